import CheckMarkIcon from '@atlaskit/icon/core/check-mark';
import SubtasksIcon from '@atlaskit/icon/core/subtasks';
import StatusWarningIcon from '@atlaskit/icon/core/status-warning';
import { token } from '@atlaskit/tokens';
import type { WorkType } from '../../api/issue-shape';

/** The small coloured square that stands for a work type. Its name is given beside it or as `label`. */
export function WorkTypeIcon({ workType, label = '' }: { readonly workType: WorkType; readonly label?: string }) {
  const isEmergency = workType.name.toLowerCase().includes('emergency');
  const Glyph = isEmergency ? StatusWarningIcon : workType.subtask ? SubtasksIcon : CheckMarkIcon;
  return (
    <span className={isEmergency ? 'work-type work-type-emergency' : 'work-type'}>
      <Glyph label={label} size="small" color={token('color.icon.inverse')} />
    </span>
  );
}
