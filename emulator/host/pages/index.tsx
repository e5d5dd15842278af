import '@atlaskit/css-reset';
import { AppProvider } from '@atlaskit/app-provider/app-provider';
import { FlagsProvider } from '@atlaskit/flag';
import { createRoot } from 'react-dom/client';
import '../adf/adf.css';
import { App } from './app';
import './pages.css';
import './issue.css';
import './places.css';
import { keptColorMode } from './shell/kept-color-mode';
import { SiteLink } from './site-link';

const place = document.getElementById('root');
if (place === null) throw new Error('The page has no element "root" to draw into.');
createRoot(place).render(
  <AppProvider defaultColorMode={keptColorMode()} routerLinkComponent={SiteLink}>
    <FlagsProvider>
      <App />
    </FlagsProvider>
  </AppProvider>,
);
