const adf = (text: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

const things = [
  'the checkout',
  'the search index',
  'the importer',
  'the invoice mail',
  'the login page',
  'the price feed',
  'the stock report',
  'the nightly backup',
  'the address form',
  'the payment gateway',
] as const;

const troubles = [
  'It is slow on Monday mornings.',
  'Customers ask for it every week.',
  'The log shows a warning each hour.',
  'The old one is no longer supported.',
] as const;

/** Words of generated issues. Descriptions are shared by many issues: 100,000 own ones would only take memory. */
export const LARGE_SITE_WORDS = {
  verbs: ['Repair', 'Speed up', 'Redesign', 'Document', 'Test', 'Replace', 'Monitor', 'Clean up'],
  things,
  labels: ['customer', 'debt', 'performance', 'security', 'quick-win'],
  descriptions: things.flatMap((thing) => troubles.map((trouble) => adf(`This is about ${thing}. ${trouble}`))),
  comment: adf('Looked at it: it can be done within a day.'),
} as const;
