import { Bleed, Button } from '@forge/react';

interface QuietButtonProps {
  readonly children: string;
  readonly onClick: () => void;
}

/** A button beside a heading, whose words stand flush with what is around it. */
export const QuietButton = ({ children, onClick }: QuietButtonProps) => (
  <Bleed inline="space.150">
    <Button appearance="subtle" spacing="compact" onClick={onClick}>
      {children}
    </Button>
  </Bleed>
);
