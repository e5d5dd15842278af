import { HelperMessage } from '@atlaskit/form';
import Textarea from '@atlaskit/textarea';
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { AdfDocument } from '../../adf/adf-document';
import { adfFromMarkup } from '../../adf/adf-from-markup';
import type { Person } from '../../api/issue-shape';
import { PersonName } from '../people/person-name';
import { mentionAt, type RichText, wrapped, type Writing } from './rich-text';
import { RichTextTools } from './rich-text-tools';
import { SuggestionList, suggestionId } from './suggestion-list';
import { useActiveItem } from './use-active-item';
import { useMention } from './use-mention';

interface RichTextInputProps {
  readonly value: RichText;
  readonly onChange: (value: RichText) => void;
  readonly id?: string;
  readonly label?: string;
  readonly placeholder?: string;
  readonly minimumRows?: number;
  readonly autoFocus?: boolean;
  readonly isInvalid?: boolean;
  readonly isRequired?: boolean;
}

/** Text with a little markup, a toolbar that writes it, `@` that finds people, and a preview. */
export function RichTextInput({ value, onChange, label, minimumRows = 3, ...input }: RichTextInputProps) {
  const listId = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const field = useRef<HTMLDivElement>(null);
  const selection = useRef<Writing>(undefined);
  const [caret, setCaret] = useState<number>();
  const [isPreview, setPreview] = useState(false);
  const mention = caret === undefined ? undefined : mentionAt(value.text, caret);
  const isTaken = mention !== undefined && value.mentioned.has(mention.typed);
  const people = useMention(isTaken ? undefined : mention?.typed, field);

  useLayoutEffect(() => {
    if (selection.current === undefined) return;
    area.current?.focus();
    area.current?.setSelectionRange(selection.current.start, selection.current.end);
    selection.current = undefined;
  }, [value]);

  const write = (next: Writing, mentioned = value.mentioned) => {
    selection.current = next;
    setCaret(next.end);
    onChange({ text: next.text, mentioned });
  };
  const act = (change: (now: Writing) => Writing) =>
    write(
      change({
        text: value.text,
        start: area.current?.selectionStart ?? value.text.length,
        end: area.current?.selectionEnd ?? value.text.length,
      }),
    );
  const take = ({ accountId, displayName }: Person) => {
    if (mention === undefined || caret === undefined) return;
    const text = `${value.text.slice(0, mention.start)}@${displayName} ${value.text.slice(caret)}`;
    const end = mention.start + displayName.length + 2;
    write({ text, start: end, end }, new Map([...value.mentioned, [displayName, accountId]]));
  };
  const { active, press } = useActiveItem(people, { first: 0, onTake: take, onClose: () => setCaret(undefined) });
  const shortcut = (event: KeyboardEvent) => {
    press(event);
    const sign = event.ctrlKey || event.metaKey ? SHORTCUTS[event.key.toLowerCase()] : undefined;
    if (event.defaultPrevented || sign === undefined) return;
    event.preventDefault();
    act((now) => wrapped(now, sign));
  };
  const isOpen = people.length > 0;

  return (
    <div className="rich-text">
      <RichTextTools act={act} isPreview={isPreview} onPreview={setPreview} />
      {isPreview ? (
        <div className="rich-text-preview" role="region" aria-label="Preview">
          <AdfDocument document={adfFromMarkup(value.text, value.mentioned)} />
        </div>
      ) : (
        <div className="rich-text-field" ref={field}>
          <Textarea
            {...input}
            ref={area}
            aria-label={label}
            aria-autocomplete="list"
            aria-controls={isOpen ? listId : undefined}
            aria-activedescendant={isOpen ? suggestionId(listId, active) : undefined}
            minimumRows={minimumRows}
            resize="auto"
            value={value.text}
            onChange={({ currentTarget }) => {
              setCaret(currentTarget.selectionStart);
              onChange({ ...value, text: currentTarget.value });
            }}
            onKeyDown={shortcut}
            onBlur={() => setCaret(undefined)}
          />
          {isOpen && (
            <SuggestionList
              id={listId}
              label="People"
              items={people}
              active={active}
              keyOf={({ accountId }) => accountId}
              draw={(person) => <PersonName person={person} nobody="" />}
              onTake={take}
            />
          )}
        </div>
      )}
      <HelperMessage>**bold**, _emphasis_, `code`, - list, [link](https://…), @name</HelperMessage>
    </div>
  );
}

const SHORTCUTS: Readonly<Record<string, string>> = { b: '**', i: '_' };
