import Avatar from '@atlaskit/avatar';
import { initialsPicture } from '../../initials-picture';

/** The name stands beside it, so it is no news to a screen reader. */
export const ProjectPicture = ({ name }: { readonly name: string }) => (
  <Avatar size="small" appearance="square" src={initialsPicture(name)} borderColor="transparent" />
);
