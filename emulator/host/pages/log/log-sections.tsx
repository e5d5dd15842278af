import Button from '@atlaskit/button/new';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { readSiteLog } from '../../api/site-log';
import { LoadingPage, ProblemPart } from '../page-states';
import { useRemote } from '../remote';
import { consoleEntries, invocationEntries, unmodelledEntries } from './log-entries';
import { LogTable } from './log-table';

export function LogSections() {
  const { remote, reload } = useRemote('log', readSiteLog);
  if (remote.kind === 'loading') return <LoadingPage label="Reading the log" />;
  if (remote.kind !== 'ready') return <ProblemPart problem={remote} onRetry={reload} />;
  const unmodelled = unmodelledEntries(remote.value);
  return (
    <>
      <div className="log-reload">
        <Button onClick={() => void reload()}>Refresh</Button>
      </div>
      <div className="log-tabs">
        <Tabs id="log-tabs">
          <TabList>
            <Tab>{`Not modelled (${unmodelled.length})`}</Tab>
            <Tab>App console</Tab>
            <Tab>Function runs</Tab>
          </TabList>
          <TabPanel>
            <LogTable
              label="Not modelled"
              entries={unmodelled}
              nothing="Nothing was asked for that the embedded Jira does not model."
            />
          </TabPanel>
          <TabPanel>
            <LogTable
              label="App console"
              entries={consoleEntries(remote.value)}
              nothing="The app has written nothing."
            />
          </TabPanel>
          <TabPanel>
            <LogTable label="Function runs" entries={invocationEntries(remote.value)} nothing="No function has run." />
          </TabPanel>
        </Tabs>
      </div>
    </>
  );
}
