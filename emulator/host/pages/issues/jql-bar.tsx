import Button from '@atlaskit/button/new';
import { ErrorMessage } from '@atlaskit/form';
import Textfield from '@atlaskit/textfield';
import { type FormEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { SuggestionList, suggestionId } from '../fields/suggestion-list';
import { useActiveItem } from '../fields/use-active-item';
import { type Completion, completionAt } from './jql-completion';
import { type Suggestion, useJqlSuggestions } from './use-jql-suggestions';

interface JqlBarProps {
  readonly jql: string;
  /** What Jira said to the JQL that was asked last. */
  readonly errors: readonly string[];
  readonly onSearch: (jql: string) => void;
}

/** A line of JQL with suggestions, as a combobox for those who hear it. */
export function JqlBar({ jql, errors, onSearch }: JqlBarProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const caretToBe = useRef<number>(undefined);
  const [text, setText] = useState(jql);
  const [completion, setCompletion] = useState<Completion>();
  const suggestions = useJqlSuggestions(completion, line);
  useEffect(() => setText(jql), [jql]);
  // With the text itself: a moment later the caret would jump back from under somebody who types on.
  useLayoutEffect(() => {
    if (caretToBe.current === undefined) return;
    input.current?.focus();
    input.current?.setSelectionRange(caretToBe.current, caretToBe.current);
    caretToBe.current = undefined;
  }, [text]);

  const close = () => setCompletion(undefined);
  const change = (next: string, caret: number) => {
    setText(next);
    setCompletion(completionAt(next, caret));
  };
  const take = ({ insert }: Suggestion) => {
    if (completion === undefined) return;
    const caret = input.current?.selectionStart ?? text.length;
    const head = `${text.slice(0, completion.start)}${insert} `;
    const next = `${head}${text.slice(caret).trimStart()}`;
    caretToBe.current = head.length;
    change(next, head.length);
  };
  const search = (event: FormEvent) => {
    event.preventDefault();
    close();
    onSearch(text.trim());
  };
  const { active, press } = useActiveItem(suggestions, { first: -1, onTake: take, onClose: close });
  const isOpen = suggestions.length > 0;
  return (
    <form className="jql-bar" role="search" onSubmit={search}>
      <div className="jql-line">
        <div className="jql-input" ref={line}>
          <Textfield
            ref={input}
            aria-label="JQL"
            role="combobox"
            aria-expanded={isOpen}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={isOpen && active >= 0 ? suggestionId(`${id}-list`, active) : undefined}
            aria-describedby={errors.length > 0 ? `${id}-errors` : undefined}
            autoComplete="off"
            spellCheck={false}
            isMonospaced
            isCompact
            isInvalid={errors.length > 0}
            placeholder="project = OPS AND status = Deploying ORDER BY created DESC"
            value={text}
            onChange={({ currentTarget }) =>
              change(currentTarget.value, currentTarget.selectionStart ?? currentTarget.value.length)
            }
            onKeyDown={press}
            onBlur={close}
          />
          {isOpen && (
            <SuggestionList
              id={`${id}-list`}
              label="Suggestions"
              items={suggestions}
              active={active}
              keyOf={({ insert, text: shown }) => `${insert} ${shown}`}
              draw={({ text: shown }) => shown}
              onTake={take}
            />
          )}
        </div>
        <Button type="submit">Search</Button>
      </div>
      {errors.length > 0 && (
        <div role="alert" id={`${id}-errors`}>
          {errors.map((error) => (
            <ErrorMessage key={error}>{error}</ErrorMessage>
          ))}
        </div>
      )}
    </form>
  );
}
