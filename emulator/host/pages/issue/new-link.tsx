import Button from '@atlaskit/button/new';
import { ErrorMessage } from '@atlaskit/form';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { type FormEvent, useState } from 'react';
import { addRemoteLink, linkIssues, type LinkType, readLinkTypes } from '../../api/issue-links';
import { type Problem, problemSentences, type Reply } from '../../api/reply';
import { useRemote } from '../remote';

interface NewLinkProps {
  readonly issueKey: string;
  readonly onClose: () => void;
  readonly reload: () => Promise<void>;
}

interface Relation {
  readonly label: string;
  readonly value: string;
  readonly link: (issueKey: string, target: string, title: string) => Promise<Reply<unknown>>;
}

const WEB: Relation = {
  label: 'Web link',
  value: 'web',
  link: (issueKey, target, title) =>
    addRemoteLink(issueKey, target.trim(), title.trim() === '' ? target.trim() : title),
};

/** Links the issue to another one, or to a page of the web. */
export function NewLink({ issueKey, onClose, reload }: NewLinkProps) {
  const { remote } = useRemote('link-types', readLinkTypes);
  const relations = [...(remote.kind === 'ready' ? remote.value : []).flatMap(bothWays), WEB];
  const [chosen, choose] = useState<string>();
  const [target, setTarget] = useState('');
  const [title, setTitle] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [isSending, setSending] = useState(false);
  const relation = relations.find(({ value }) => value === chosen) ?? relations[0] ?? WEB;
  const isWeb = relation.value === WEB.value;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSending(true);
    const reply = await relation.link(issueKey, target, title);
    setSending(false);
    setProblem(reply.kind === 'ok' ? undefined : reply);
    if (reply.kind !== 'ok') return;
    onClose();
    await reload();
  };
  return (
    <form className="in-place-form" noValidate onSubmit={(event) => void submit(event)}>
      <div className="inline-form">
        <div className="link-relation">
          <Select
            label="Relation"
            spacing="compact"
            options={relations}
            value={relation}
            onChange={(option) => choose(option?.value)}
          />
        </div>
        <div className="inline-form-field">
          <Textfield
            aria-label={isWeb ? 'Address' : 'Key of the issue'}
            isCompact
            autoFocus
            isInvalid={problem !== undefined}
            placeholder={isWeb ? 'https://example.com/change' : 'OPS-1'}
            value={target}
            onChange={({ currentTarget }) => setTarget(currentTarget.value)}
          />
        </div>
        {isWeb && (
          <div className="inline-form-field">
            <Textfield
              aria-label="Title of the link"
              isCompact
              placeholder="Title"
              value={title}
              onChange={({ currentTarget }) => setTitle(currentTarget.value)}
            />
          </div>
        )}
        <Button type="submit" appearance="primary" isLoading={isSending} isDisabled={target.trim() === ''}>
          Link
        </Button>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
      </div>
      {problem !== undefined && (
        <div role="alert">
          <ErrorMessage>{problemSentences(problem).join(' ')}</ErrorMessage>
        </div>
      )}
    </form>
  );
}

function bothWays({ name, inward, outward }: LinkType): readonly Relation[] {
  const forth: Relation = {
    label: outward,
    value: `${name} outward`,
    link: (issueKey, target) => linkIssues(name, issueKey, target.trim().toUpperCase()),
  };
  const back: Relation = {
    label: inward,
    value: `${name} inward`,
    link: (issueKey, target) => linkIssues(name, target.trim().toUpperCase(), issueKey),
  };
  return inward === outward ? [forth] : [forth, back];
}
