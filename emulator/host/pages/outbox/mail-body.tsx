import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';

interface MailBodyProps {
  readonly text: string;
  readonly html: string;
}

/** A mail as its reader sees it. One without text says so; one with both forms shows either. */
export function MailBody({ text, html }: MailBodyProps) {
  if (html === '') return <PlainText text={text} />;
  if (text === '') return <Html html={html} />;
  return (
    <Tabs id="mail-body">
      <TabList>
        <Tab>As HTML</Tab>
        <Tab>As text</Tab>
      </TabList>
      <TabPanel>
        <div className="tab-body">
          <Html html={html} />
        </div>
      </TabPanel>
      <TabPanel>
        <div className="tab-body">
          <PlainText text={text} />
        </div>
      </TabPanel>
    </Tabs>
  );
}

const PlainText = ({ text }: { readonly text: string }) =>
  text === '' ? <p className="subtlest">This message has no text.</p> : <p className="mail-text">{text}</p>;

const STYLE =
  '<base target="_blank"><style>body{font:14px/20px system-ui,sans-serif;margin:16px;background:#fff;color:#172b4d}</style>';

/** What an app wrote as HTML runs no script and reaches nothing of this site: the frame has an empty sandbox. */
const Html = ({ html }: { readonly html: string }) => (
  <iframe className="mail-html" title="Text of the message" sandbox="allow-popups" srcDoc={`${STYLE}${html}`} />
);
