import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ProcessorBuilder, ValidationTypes } from '@forge/manifest';
import * as v from 'valibot';
import { parse } from 'yaml';

const ROOT = resolve(__dirname, '../..');

const ManifestSchema = v.object({
  app: v.object({
    storage: v.object({
      entities: v.array(
        v.object({
          name: v.string(),
          attributes: v.record(v.string(), v.unknown()),
          indexes: v.array(v.object({ partition: v.optional(v.array(v.string()), []), range: v.array(v.string()) })),
        }),
      ),
    }),
  }),
  permissions: v.object({ scopes: v.array(v.string()) }),
  modules: v.looseObject({ function: v.array(v.object({ key: v.string(), handler: v.string() })) }),
  resources: v.array(v.object({ key: v.string(), path: v.string() })),
});
const manifest = v.parse(ManifestSchema, parse(readFileSync(join(ROOT, 'manifest.yml'), 'utf8')));

const sources = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? sources(join(folder, entry.name)) : [join(folder, entry.name)],
  );
const sourceText = (folder: string): string =>
  sources(folder)
    .map((file) => readFileSync(join(ROOT, file), 'utf8'))
    .join('\n');

/** Every value of a property of this name, anywhere below `node`. */
const valuesOf = (node: unknown, property: string): string[] => {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === property && typeof value === 'string' ? [value] : valuesOf(value, property),
  );
};

describe('the manifest', () => {
  it('is valid by all of Atlassian’s own rules', async () => {
    const before = process.cwd();
    process.chdir(ROOT);
    try {
      const result = await ProcessorBuilder.instance().withValidation(ValidationTypes.FULL).build().process();
      expect(result.errors ?? []).toEqual([]);
    } finally {
      process.chdir(before);
    }
  });

  it.each(manifest.modules.function)('function $key: $handler is there and can be called', async ({ handler }) => {
    const [file = '', name = ''] = handler.split('.');
    const loaded = v.parse(v.record(v.string(), v.unknown()), { ...(await import(join(ROOT, 'src', file))) });
    expect(typeof loaded[name]).toBe('function');
  });

  it.each(manifest.resources)('resource $key: $path is there', ({ path }) => {
    expect(statSync(join(ROOT, path)).isFile() || statSync(join(ROOT, path)).isDirectory()).toBe(true);
  });

  it('names no function or resource that it does not define', () => {
    const { function: functions, ...modules } = manifest.modules;
    const functionKeys = functions.map(({ key }) => key);
    const resourceKeys = manifest.resources.map(({ key }) => key);
    const usedFunctions = valuesOf(modules, 'function');
    const usedResources = valuesOf(modules, 'resource');
    const icons = valuesOf(modules, 'icon').map((icon) => icon.replace(/^resource:/, '').split(';'));
    expect(functionKeys).toEqual(expect.arrayContaining(usedFunctions));
    expect(new Set(usedFunctions)).toEqual(new Set(functionKeys));
    expect(resourceKeys).toEqual(expect.arrayContaining([...usedResources, ...icons.map(([key]) => key)]));
    for (const [key, file = ''] of icons) {
      const folder = manifest.resources.find((resource) => resource.key === key)?.path ?? '';
      expect(statSync(join(ROOT, folder, file)).isFile()).toBe(true);
    }
  });

  it('gives each key of modules and functions once', () => {
    const keys = valuesOf(manifest.modules, 'key');
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('indexes only attributes that the entity has, by one range each', () => {
    for (const { attributes, indexes } of manifest.app.storage.entities) {
      for (const { partition, range } of indexes) {
        expect(Object.keys(attributes)).toEqual(expect.arrayContaining([...partition, ...range]));
        expect(range).toHaveLength(1);
      }
    }
  });

  it('declares each entity that the code stores, and no other', () => {
    const stored = [...sourceText('src/adapters/kvs').matchAll(/const ENTITY = '([^']+)'/g)].map(([, name]) => name);
    expect(new Set(stored)).toEqual(new Set(manifest.app.storage.entities.map(({ name }) => name)));
  });
});

const OperationSchema = v.object({
  'x-atlassian-oauth2-scopes': v.optional(v.array(v.object({ scopes: v.array(v.string()), scheme: v.string() }))),
});
const OpenApiSchema = v.object({ paths: v.record(v.string(), v.record(v.string(), v.unknown())) });

const openapi = process.env.JIRA_OPENAPI;
if (openapi === undefined && process.env.CI !== undefined) throw new Error('CI has to set JIRA_OPENAPI.');
const whereDescribed = openapi === undefined ? describe.skip : describe;

whereDescribed('the scopes (by Atlassian’s description of the REST API, from JIRA_OPENAPI)', () => {
  /** Only `postJson`, `postTask` and `call` send anything but a GET, and are always called with their route in place. */
  const text = sourceText('src');
  const sends = /(?:(postJson|postTask)\(\s*'?\w+'?,\s*|call\(\s*'?\w+'?,\s*'(\w+)',\s*)?route`([^`?]+)/g;
  const used = [...text.matchAll(sends)].map(([, post, method, path = '']) => ({
    method: post === undefined ? (method ?? 'get').toLowerCase() : 'post',
    path: path.replaceAll(/\$\{[^}]+\}/g, '{}'),
  }));

  it('finds every route of the code', () => {
    expect(used.length).toBeGreaterThan(3);
    expect(text.match(/requestJira\(/g)).toHaveLength(2);
    expect(new Set(used.map(({ method }) => method))).toEqual(new Set(['get', 'post', 'put', 'delete']));
  });

  const classicScopes = ({ method, path }: { readonly method: string; readonly path: string }): string[] => {
    const { paths } = v.parse(OpenApiSchema, JSON.parse(readFileSync(openapi ?? '', 'utf8')));
    const described = Object.entries(paths).map(([key, all]) => ({ key: key.replaceAll(/\{[^}]+\}/g, '{}'), all }));
    // A key that the code writes out, such as that of a property, is a parameter in the description.
    const isParameter = ({ key }: { readonly key: string }) => key === path.replace(/[^/]+$/, '{}');
    const operations = (described.find(({ key }) => key === path) ?? described.find(isParameter))?.all;
    const operation = v.parse(OperationSchema, operations?.[method]);
    return (
      operation['x-atlassian-oauth2-scopes']?.find(({ scopes }) =>
        scopes.every((scope) => scope.split(':').length === 2),
      )?.scopes ?? []
    );
  };

  it('are declared for every call, and none is declared that nothing needs', () => {
    const needed = new Set(used.flatMap(classicScopes));
    if (text.includes("from '@forge/kvs'")) needed.add('storage:app');
    // The description names no scope for the app's own field yet; the documentation of Forge says that one will be asked for.
    if (used.some(({ path }) => path.startsWith('/rest/api/3/app/field/'))) needed.add('write:app-data:jira');
    expect(new Set(manifest.permissions.scopes)).toEqual(needed);
  });
});
