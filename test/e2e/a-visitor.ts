import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import AxeSource from 'axe-core';

/** Pictures of the journeys, outside the repository: SCREENSHOTS names the folder. */
const SCREENSHOTS = process.env.SCREENSHOTS ?? join(tmpdir(), 'emergency-change-screenshots');

/** Somebody at a browser of their own, looking at the site as a demo person. */
export interface Visitor {
  readonly page: Page;
  readonly panel: Locator;
  /** What the browser complained of. */
  readonly complaints: readonly string[];
  become(displayName: string): Promise<void>;
  look(issueKey: string): Promise<void>;
  createEmergencyChange(summary: string, kind: string): Promise<string>;
  /** The status menu, and the screen of the transition where it has one. */
  startDeployment(): Promise<void>;
  /** A transition without a screen. */
  moveOn(transition: string): Promise<void>;
  approve(slot: 'Engineering Lead' | 'Security Team', comment: string): Promise<void>;
  /** Reviews with every point of the checklist met. */
  passReview(kind: 'peer' | 'security'): Promise<void>;
  /** Fills in the dialog that a button of the panel opens, sends it, and sees it close. */
  answer(button: string, send: string, fill?: (dialog: Locator) => Promise<void>): Promise<void>;
  picture(name: string): Promise<void>;
  /** Serious faults for people who use a keyboard or a screen reader, by axe. */
  accessibilityFaults(): Promise<readonly string[]>;
}

export interface Screen {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
}

export async function aVisitor(
  browser: Browser,
  url: string,
  { width = 1280, height = 900, dark = false }: Screen = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  // The browser itself calls every refused call an error; a refusal is what some of these journeys are about.
  page.on('console', (line) => {
    if (line.type() === 'error' && !line.text().startsWith('Failed to load resource')) complaints.push(line.text());
  });
  const panel = page.getByRole('region', { name: 'Emergency change' });
  const answer: Visitor['answer'] = async (button, send, fill = () => Promise.resolve()) => {
    await panel.getByRole('button', { name: button }).first().click();
    const dialog = page.getByRole('dialog');
    await fill(dialog);
    await dialog.getByRole('button', { name: send, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  };

  return {
    page,
    panel,
    complaints,
    async become(displayName) {
      await page.getByRole('button', { name: /Switch user/ }).click();
      await page.getByRole('menuitemradio', { name: new RegExp(displayName) }).click();
      await page.getByRole('button', { name: new RegExp(`Viewing as ${displayName}`) }).waitFor();
    },
    async look(issueKey) {
      await page.goto(`/browse/${issueKey}`);
      await panel.getByText('Register number').waitFor();
    },
    async createEmergencyChange(summary, kind) {
      await page.getByRole('banner').getByRole('button', { name: 'Create' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Summary').fill(summary);
      await dialog.getByLabel('Kind of critical issue').click();
      await page.getByRole('option', { name: kind }).click();
      await dialog.getByRole('button', { name: 'Create' }).click();
      await page.waitForURL(/\/browse\/OPS-\d+$/);
      await panel.getByText('Register number').waitFor();
      return page.url().split('/').at(-1) ?? '';
    },
    async startDeployment() {
      await page.getByRole('button', { name: /Change status/ }).click();
      await page.getByRole('menuitem', { name: /Start deployment/ }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Start deployment' }).click();
    },
    async moveOn(transition) {
      await page.getByRole('button', { name: /Change status/ }).click();
      await page.getByRole('menuitem', { name: new RegExp(transition) }).click();
    },
    async passReview(kind) {
      await answer(`Record the ${kind} review`, 'Record', async (dialog) => {
        for (const box of await dialog.getByRole('checkbox').all()) await box.check();
        if (kind === 'security') {
          await dialog.getByRole('radio', { name: 'Low risk' }).check();
          await dialog.getByLabel('Why the risk is as high as that').fill('One line, behind a flag.');
        }
        await dialog.getByLabel('Link to what you reviewed').fill('https://git.example.com/shop/pull/42');
        await dialog.getByRole('radio', { name: 'Passed', exact: true }).check();
      });
    },
    answer,
    async approve(slot, comment) {
      await panel
        .getByRole('group', { name: `Decide as ${slot}` })
        .getByRole('button', { name: 'Approve', exact: true })
        .click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Comment').fill(comment);
      await dialog.getByRole('button', { name: 'Approve' }).click();
      await dialog.waitFor({ state: 'detached' });
    },
    async picture(name) {
      mkdirSync(SCREENSHOTS, { recursive: true });
      await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true, animations: 'disabled' });
    },
    async accessibilityFaults() {
      // While something fades in, its colours are not yet those that people read.
      await page.evaluate(
        'Promise.all(document.getAnimations().filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime)).map((one) => one.finished.catch(() => undefined))).then(() => undefined)',
      );
      await page.evaluate(AxeSource.source);
      const results = await page.evaluate<{
        readonly violations: readonly {
          readonly id: string;
          readonly impact: string;
          readonly nodes: readonly { readonly html: string }[];
        }[];
      }>("axe.run(document, { runOnly: ['wcag2a', 'wcag2aa'] })");
      return results.violations
        .filter(({ impact }) => ['serious', 'critical'].includes(impact))
        .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
    },
  };
}
