import type { ActDialogProps } from './act-dialog-props';
import { DecisionDialog } from './decision-dialog';
import { LinkDialog } from './link-dialog';
import { PostMortemDialog } from './post-mortem-dialog';
import { ReportDialog } from './report-dialog';
import { ReviewDialog } from './review-dialog';

/** The dialog for the intended act. It stays open, with what was typed, until the act is recorded or given up. */
export function ActDialog(props: ActDialogProps) {
  const { offer } = props.intended;
  switch (offer.kind) {
    case 'report-approval':
      return <ReportDialog {...props} slot={offer.slot} />;
    case 'review':
      return <ReviewDialog {...props} review={offer.review} />;
    case 'record-post-mortem':
      return <PostMortemDialog {...props} />;
    case 'propose-change':
    case 'link-evidence':
    case 'link-document':
      return <LinkDialog {...props} offer={offer} />;
    default:
      return <DecisionDialog {...props} kind={offer.kind} slot={offer.slot} />;
  }
}
