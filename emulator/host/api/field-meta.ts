import * as v from 'valibot';

/** One value that a field allows: an option of a select, a priority, ... */
export const AllowedValueSchema = v.object({
  id: v.string(),
  name: v.optional(v.string()),
  value: v.optional(v.string()),
});
export type AllowedValue = v.InferOutput<typeof AllowedValueSchema>;

export const allowedLabel = ({ value, name, id }: AllowedValue): string => value ?? name ?? id;

/** A field on a screen, as createmeta, editmeta and the transitions tell it. */
export const FieldMetaSchema = v.object({
  name: v.string(),
  required: v.optional(v.boolean(), false),
  hasDefaultValue: v.optional(v.boolean(), false),
  schema: v.object({
    type: v.string(),
    system: v.optional(v.string()),
    custom: v.optional(v.string()),
    items: v.optional(v.string()),
  }),
  allowedValues: v.optional(v.array(AllowedValueSchema)),
});

export type FieldMeta = v.InferOutput<typeof FieldMetaSchema> & { readonly fieldId: string };

export const FieldMetaRecordSchema = v.pipe(
  v.record(v.string(), FieldMetaSchema),
  v.transform((byId): readonly FieldMeta[] => Object.entries(byId).map(([fieldId, meta]) => ({ ...meta, fieldId }))),
);
