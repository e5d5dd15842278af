import Button, { IconButton } from '@atlaskit/button/new';
import { ErrorMessage, HelperMessage, Label } from '@atlaskit/form';
import DeleteIcon from '@atlaskit/icon/core/delete';
import DownloadIcon from '@atlaskit/icon/core/download';
import FileIcon from '@atlaskit/icon/core/file';
import ProgressBar from '@atlaskit/progress-bar';
import { useId, useRef } from 'react';
import { fileSize } from '../pages/issue/file-size';
import type { ForgeNode } from './forge-doc';
import { propsOf } from './node-props';
import type { Renderers } from './render-node';

/**
 * Files of the person's machine. Both are in early access on the platform:
 * https://developer.atlassian.com/platform/forge/ui-kit/components/file-picker/
 */
export const FILES: Renderers = {
  FilePicker: (node) => <FilePicker node={node} />,
  FileCard: (node) => <FileCard node={node} />,
};

/** The app gets what is in the files as base64. */
function FilePicker({ node }: { readonly node: ForgeNode }) {
  const props = propsOf(node);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const description = props.text('description');
  const onChange = props.action('onChange');
  const take = async () => {
    const chosen = [...(input.current?.files ?? [])];
    if (chosen.length > 0) onChange?.(await Promise.all(chosen.map(serialized)));
    if (input.current !== null) input.current.value = '';
  };
  return (
    <div>
      <Label htmlFor={id}>{props.text('label') ?? 'Files'}</Label>
      <div>
        <Button onClick={() => input.current?.click()}>Choose files</Button>
        <input ref={input} id={id} type="file" multiple className="ui-kit-file-input" onChange={() => void take()} />
      </div>
      {description !== undefined && <HelperMessage>{description}</HelperMessage>}
    </div>
  );
}

async function serialized(file: File) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return { data: btoa(binary), name: file.name, size: file.size, type: file.type };
}

function FileCard({ node }: { readonly node: ForgeNode }) {
  const props = propsOf(node);
  const name = props.text('fileName') ?? '';
  const size = props.number('fileSize');
  const error = props.text('error');
  const onDelete = props.action('onDelete');
  const onDownload = props.action('onDownload');
  return (
    <div className="ui-kit-file-card">
      <FileIcon label="" />
      <div className="ui-kit-file-name">
        {name}
        {size !== undefined && <span className="subtlest">{` ${fileSize(size)}`}</span>}
        {props.flag('isUploading') && (
          <ProgressBar value={props.number('uploadProgress') ?? 0} ariaLabel={`Uploading ${name}`} />
        )}
        {error !== undefined && <ErrorMessage>{error}</ErrorMessage>}
      </div>
      {onDownload && (
        <IconButton appearance="subtle" icon={DownloadIcon} label={`Download ${name}`} onClick={() => onDownload()} />
      )}
      {onDelete && (
        <IconButton appearance="subtle" icon={DeleteIcon} label={`Delete ${name}`} onClick={() => onDelete()} />
      )}
    </div>
  );
}
