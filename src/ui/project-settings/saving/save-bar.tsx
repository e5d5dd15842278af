import { Button, ButtonGroup, Inline, Text } from '@forge/react';

interface SaveBarProps {
  readonly isChanged: boolean;
  readonly onReview: () => void;
  readonly onUndo: () => void;
}

/** Whether anything is unsaved, and the two things to do about it. */
export const SaveBar = ({ isChanged, onReview, onUndo }: SaveBarProps) => (
  <Inline space="space.150" rowSpace="space.100" alignBlock="center" shouldWrap>
    <ButtonGroup label="Save">
      <Button appearance="primary" onClick={onReview}>
        Review and save
      </Button>
      {isChanged && (
        <Button appearance="subtle" onClick={onUndo}>
          Undo my changes
        </Button>
      )}
    </ButtonGroup>
    <Text color="color.text.subtle">{isChanged ? 'There are changes that are not saved.' : 'No unsaved changes.'}</Text>
  </Inline>
);
