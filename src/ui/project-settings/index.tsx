import ForgeReconciler from '@forge/react';
import { ProjectSettings } from './project-settings';

ForgeReconciler.render(<ProjectSettings />);
