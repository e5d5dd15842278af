import { Box, Tab, TabList, TabPanel, Tabs, xcss } from '@forge/react';
import { useState } from 'react';
import type { ProjectView, SiteView } from '../../api-settings';
import { CheckPart } from './check-part';
import { DefaultsPart } from './defaults/defaults-part';
import { ProjectsPart } from './projects/projects-part';
import { useDefaults } from './defaults/use-defaults';
import { useProjects } from './projects/use-projects';
import { SetUpGuide } from './set-up/set-up-guide';

/** What is on screen instead of the list: one project being set up, or its check. */
interface Opened {
  readonly kind: 'set-up' | 'check';
  readonly project: ProjectView;
}

const panel = xcss({ paddingBlockStart: 'space.200', width: '100%' });

export function SitePage({ site }: { readonly site: SiteView }) {
  const [opened, setOpened] = useState<Opened>();
  const list = useProjects(site);
  const defaults = useDefaults(site);
  const close = () => {
    setOpened(undefined);
    list.reload();
  };
  if (opened?.kind === 'set-up') {
    return (
      <SetUpGuide
        key={opened.project.projectId}
        project={opened.project}
        defaults={defaults.saved}
        choices={site.choices}
        onClose={close}
      />
    );
  }
  if (opened?.kind === 'check') {
    const { project } = opened;
    return <CheckPart project={project} onSetUp={() => setOpened({ kind: 'set-up', project })} onClose={close} />;
  }
  return (
    <Tabs id="site-settings">
      <TabList>
        <Tab>Projects</Tab>
        <Tab>Defaults for new projects</Tab>
      </TabList>
      <TabPanel>
        <Box xcss={panel}>
          <ProjectsPart list={list} onOpen={(kind, project) => setOpened({ kind, project })} />
        </Box>
      </TabPanel>
      <TabPanel>
        <Box xcss={panel}>
          <DefaultsPart defaults={defaults} />
        </Box>
      </TabPanel>
    </Tabs>
  );
}
