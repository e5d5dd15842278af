import * as v from 'valibot';
import type { Screen, ScreenTab } from '../model/screen';
import { demandJiraAdministrator } from '../permissions';
import { JiraError } from './errors';
import { type Call, listed, noContent, type Operation, pageBean, pageOf, param, readWholeBody } from './operation';

const TABS = '/screens/{screenId}/tabs';
const FIELDS = `${TABS}/{tabId}/fields`;

const screenJson = ({ id, name, description }: Screen) => ({ id: Number(id), name, description });
const tabJson = ({ id, name }: ScreenTab) => ({ id: Number(id), name });
const fieldJson =
  ({ store }: Call) =>
  (id: string) => ({ id, name: store.fields.get(id)?.name ?? id });

export const getScreens: Operation = {
  operationId: 'getScreens',
  method: 'GET',
  path: '/screens',
  query: ['startAt', 'maxResults', 'id', 'queryString'],
  handle: (call) => {
    demandJiraAdministrator(call.store, call.who);
    const ids = listed(call, 'id');
    const text = (call.query.get('queryString') ?? '').toLowerCase();
    const found = [...call.store.screens.values()]
      .filter(({ id, name }) => (ids.length === 0 || ids.includes(id)) && name.toLowerCase().includes(text))
      .map(screenJson);
    return Response.json(pageBean(found, pageOf(call, 100, 100)));
  },
};

/** A new screen has one tab and no field. */
export const createScreen: Operation = {
  operationId: 'createScreen',
  method: 'POST',
  path: '/screens',
  handle: (call) => {
    const { store, who } = call;
    demandJiraAdministrator(store, who);
    const { name, description } = readWholeBody(
      v.object({ name: v.string(), description: v.optional(v.string(), '') }),
      call,
    );
    if (name.trim() === '') throw new JiraError(400, ['The name of the screen has to be given.']);
    if ([...store.screens.values()].some((screen) => screen.name === name)) {
      throw new JiraError(400, [`A screen with the name '${name}' already exists.`]);
    }
    const tabs = [{ id: store.nextId('screentab'), name: 'Field Tab', fieldIds: [] }];
    const screen: Screen = { id: store.nextId('screen'), name, description, tabs };
    store.screens.set(screen.id, screen);
    return Response.json(screenJson(screen), { status: 201 });
  },
};

/** The screens on which a field is, each with its tab. */
export const getScreensForField: Operation = {
  operationId: 'getScreensForField',
  method: 'GET',
  path: '/field/{fieldId}/screens',
  query: ['startAt', 'maxResults'],
  expand: ['tab'],
  handle: (call) => {
    demandJiraAdministrator(call.store, call.who);
    const fieldId = param(call, 'fieldId');
    const found = [...call.store.screens.values()].flatMap((screen) => {
      const tab = screen.tabs.find(({ fieldIds }) => fieldIds.includes(fieldId));
      return tab === undefined
        ? []
        : [{ ...screenJson(screen), ...(call.query.has('expand') ? { tab: tabJson(tab) } : {}) }];
    });
    return Response.json(pageBean(found, pageOf(call, 100, 100)));
  },
};

export const getAllScreenTabs: Operation = {
  operationId: 'getAllScreenTabs',
  method: 'GET',
  path: TABS,
  handle: (call) => {
    demandJiraAdministrator(call.store, call.who);
    return Response.json(screenOf(call).tabs.map(tabJson));
  },
};

export const getAllScreenTabFields: Operation = {
  operationId: 'getAllScreenTabFields',
  method: 'GET',
  path: FIELDS,
  handle: (call) => {
    demandJiraAdministrator(call.store, call.who);
    return Response.json(tabOf(call, screenOf(call)).fieldIds.map(fieldJson(call)));
  },
};

export const getAvailableScreenFields: Operation = {
  operationId: 'getAvailableScreenFields',
  method: 'GET',
  path: '/screens/{screenId}/availableFields',
  handle: (call) => {
    demandJiraAdministrator(call.store, call.who);
    const there = screenOf(call).tabs.flatMap(({ fieldIds }) => fieldIds);
    const free = [...call.store.fields.keys()].filter((id) => !there.includes(id));
    return Response.json(free.map(fieldJson(call)));
  },
};

export const addScreenTabField: Operation = {
  operationId: 'addScreenTabField',
  method: 'POST',
  path: FIELDS,
  handle: (call) => {
    demandJiraAdministrator(call.store, call.who);
    const screen = screenOf(call);
    const tab = tabOf(call, screen);
    const { fieldId } = readWholeBody(v.object({ fieldId: v.string() }), call);
    if (!call.store.fields.has(fieldId)) throw new JiraError(400, [`The field ${fieldId} does not exist.`]);
    if (screen.tabs.some(({ fieldIds }) => fieldIds.includes(fieldId))) {
      throw new JiraError(400, [`The field with id ${fieldId} is already on the screen.`]);
    }
    replaceTab(screen, { ...tab, fieldIds: [...tab.fieldIds, fieldId] });
    return Response.json(fieldJson(call)(fieldId));
  },
};

export const removeScreenTabField: Operation = {
  operationId: 'removeScreenTabField',
  method: 'DELETE',
  path: `${FIELDS}/{id}`,
  handle: (call) => {
    demandJiraAdministrator(call.store, call.who);
    const screen = screenOf(call);
    const tab = tabOf(call, screen);
    const fieldId = param(call, 'id');
    if (!tab.fieldIds.includes(fieldId)) throw new JiraError(404, ['The field is not on the tab.']);
    replaceTab(screen, { ...tab, fieldIds: tab.fieldIds.filter((id) => id !== fieldId) });
    return noContent();
  },
};

function screenOf(call: Call): Screen {
  const screen = call.store.screens.get(param(call, 'screenId'));
  if (screen === undefined) throw new JiraError(404, ['The screen was not found.']);
  return screen;
}

function tabOf(call: Call, { tabs }: Screen): ScreenTab {
  const tab = tabs.find(({ id }) => id === param(call, 'tabId'));
  if (tab === undefined) throw new JiraError(404, ['The screen tab was not found.']);
  return tab;
}

function replaceTab(screen: Screen, next: ScreenTab): void {
  screen.tabs = screen.tabs.map((tab) => (tab.id === next.id ? next : tab));
}
