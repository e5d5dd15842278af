import Breadcrumbs, { BreadcrumbsItem } from '@atlaskit/breadcrumbs';
import Button, { IconButton } from '@atlaskit/button/new';
import ChevronLeftIcon from '@atlaskit/icon/core/chevron-left';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import { useState } from 'react';
import * as v from 'valibot';
import type { ForgeNode } from './forge-doc';
import { given, propsOf } from './node-props';
import type { Renderers } from './render-node';
import { safeHref } from './safe-href';

/** What leads from one page to another. */
export const WAY_ABOUT: Renderers = {
  Breadcrumbs: (node, children) => (
    <Breadcrumbs
      {...given({ maxItems: propsOf(node).number('maxItems') })}
      label={propsOf(node).text('label') ?? 'Breadcrumbs'}
    >
      {children()}
    </Breadcrumbs>
  ),
  BreadcrumbsItem: (node) => (
    <BreadcrumbsItem
      text={propsOf(node).text('text') ?? ''}
      {...given({ href: safeHref(propsOf(node).text('href')) })}
    />
  ),
  Pagination: (node) => <Pagination node={node} />,
};

/** The app is told the event, the page, as Atlaskit's own does; it may leave the choice to the list. */
function Pagination({ node }: { readonly node: ForgeNode }) {
  const props = propsOf(node);
  const pages = props.list('pages', v.union([v.string(), v.number()]));
  const [own, setOwn] = useState(props.number('defaultSelectedIndex') ?? 0);
  const selected = props.number('selectedIndex') ?? own;
  const go = (index: number) => {
    setOwn(index);
    props.action('onChange')?.({ type: 'click', target: {} }, pages[index]);
  };
  return (
    <nav aria-label={props.text('label') ?? 'Pagination'} className="ui-kit-row">
      <IconButton
        appearance="subtle"
        icon={ChevronLeftIcon}
        label={props.text('previousLabel') ?? 'Previous'}
        isDisabled={selected <= 0}
        onClick={() => go(selected - 1)}
      />
      {pages.map((page, index) => (
        <Button
          key={page}
          appearance="subtle"
          isSelected={index === selected}
          aria-label={`${props.text('pageLabel') ?? 'page'} ${page}`}
          aria-current={index === selected ? 'page' : undefined}
          onClick={() => go(index)}
        >
          {String(page)}
        </Button>
      ))}
      <IconButton
        appearance="subtle"
        icon={ChevronRightIcon}
        label={props.text('nextLabel') ?? 'Next'}
        isDisabled={selected >= pages.length - 1}
        onClick={() => go(selected + 1)}
      />
    </nav>
  );
}
