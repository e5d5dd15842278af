import StatusErrorIcon from '@atlaskit/icon/core/status-error';
import StatusSuccessIcon from '@atlaskit/icon/core/status-success';
import { token } from '@atlaskit/tokens';

export const errorIcon = <StatusErrorIcon label="Error" color={token('color.icon.danger')} />;
export const successIcon = <StatusSuccessIcon label="Success" color={token('color.icon.success')} />;
