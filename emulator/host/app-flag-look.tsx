import type { CreateFlagArgs } from '@atlaskit/flag';
import StatusErrorIcon from '@atlaskit/icon/core/status-error';
import StatusInformationIcon from '@atlaskit/icon/core/status-information';
import StatusSuccessIcon from '@atlaskit/icon/core/status-success';
import StatusWarningIcon from '@atlaskit/icon/core/status-warning';
import { token } from '@atlaskit/tokens';
import type { ReactElement } from 'react';
import type { AppFlag } from './app-flag';

const ICONS: Readonly<Record<AppFlag['tone'], ReactElement>> = {
  success: <StatusSuccessIcon label="Success" color={token('color.icon.success')} />,
  error: <StatusErrorIcon label="Error" color={token('color.icon.danger')} />,
  warning: <StatusWarningIcon label="Warning" color={token('color.icon.warning')} />,
  information: <StatusInformationIcon label="Information" color={token('color.icon.information')} />,
};

/** How a flag of an app looks beside those of Jira. */
export const appFlagLook = ({ id, title, description, tone, isAutoDismiss, actions }: AppFlag): CreateFlagArgs => ({
  id,
  title,
  description: description ?? '',
  icon: ICONS[tone],
  isAutoDismiss,
  actions: actions.map(({ text, onClick }) => ({ content: text, onClick })),
});
