import ForgeReconciler from '@forge/react';
import { SiteSettings } from './site-settings';

ForgeReconciler.render(<SiteSettings />);
