import { Text, Textfield, useForm } from '@forge/react';
import type { Act, ChangeView } from '../../../api';
import { buttonText } from '../act-words';
import type { DialogOffer } from '../intended-act';
import type { ActDialogProps } from './act-dialog-props';
import { isGiven, isLink } from './checks';
import { DialogFrame } from './dialog-frame';
import { Field } from '../../shared/field';
import { useSubmit } from './use-submit';

type LinkOffer = Extract<DialogOffer, { readonly kind: 'propose-change' | 'link-evidence' | 'link-document' }>;

interface Fields {
  readonly link: string;
  readonly name: string;
}

interface LinkWords {
  readonly explain: string | null;
  readonly link: string;
  readonly example: string;
  /** Of the second field; null: there is none. */
  readonly name: { readonly label: string; readonly help: string; readonly missing: string } | null;
}

const MAX_NAME = 200;

/** A link, and for some acts what it is called: the proposed change, evidence, a document. */
export function LinkDialog({ offer, ...props }: ActDialogProps & { readonly offer: LinkOffer }) {
  const words = wordsOf(offer, props.change);
  const { handleSubmit, register, getFieldId, formState } = useForm<Fields>({
    defaultValues: valuesAtFirst(offer, props.change),
  });
  const { notice, submit } = useSubmit(props);
  const { errors } = formState;
  return (
    <DialogFrame
      title={buttonText(offer)}
      submitLabel="Record"
      form={formState}
      notice={notice}
      onSubmit={handleSubmit((fields) => submit(actOf(offer, fields)))}
      onClose={props.onClose}
    >
      {words.explain !== null && <Text>{words.explain}</Text>}
      <Field
        id={getFieldId('link')}
        label={words.link}
        isRequired
        help="The full https address."
        error={errors.link?.message}
      >
        <Textfield {...register('link', { validate: isLink(words.example) })} />
      </Field>
      {words.name !== null && (
        <Field
          id={getFieldId('name')}
          label={words.name.label}
          isRequired
          help={words.name.help}
          error={errors.name?.message}
        >
          <Textfield {...register('name', { validate: isGiven(words.name.missing, MAX_NAME) })} />
        </Field>
      )}
    </DialogFrame>
  );
}

const valuesAtFirst = (offer: LinkOffer, { proposedChange }: ChangeView): Fields =>
  offer.kind === 'propose-change' && proposedChange !== null
    ? { link: proposedChange.link, name: proposedChange.revision }
    : { link: '', name: '' };

function wordsOf(offer: LinkOffer, { slots }: ChangeView): LinkWords {
  switch (offer.kind) {
    case 'propose-change':
      return {
        explain: slots.some(({ approval }) => approval !== null)
          ? 'Somebody has approved already. With another proposed change it has to be approved again.'
          : null,
        link: 'Link to the pull request',
        example: 'https://example.com/pull/42',
        name: {
          label: 'Revision',
          help: 'The commit that will be deployed.',
          missing: 'Please give the revision that will be deployed.',
        },
      };
    case 'link-evidence':
      return {
        explain: 'A build, a release or a pipeline run that shows the deployment.',
        link: 'Link',
        example: 'https://example.com/builds/42',
        name: { label: 'Name', help: 'What the link shows.', missing: 'Please say what the link shows.' },
      };
    case 'link-document':
      return {
        explain: null,
        link: offer.document === 'pull-request' ? 'Link to the pull request' : 'Link to the change documentation',
        example: 'https://example.com/changes/42',
        name: null,
      };
  }
}

function actOf(offer: LinkOffer, { link, name }: Fields): Act {
  switch (offer.kind) {
    case 'propose-change':
      return { kind: 'propose-change', link, revision: name };
    case 'link-evidence':
      return { kind: 'link-evidence', link, label: name };
    case 'link-document':
      return { ...offer, link };
  }
}
