import * as v from 'valibot';

const HeaderPairs = v.array(v.tuple([v.string(), v.string()]));

const ProductCallSchema = v.object({
  product: v.string(),
  restPath: v.string(),
  fetchRequestInit: v.optional(
    v.object({
      method: v.optional(v.string()),
      body: v.optional(v.nullable(v.string())),
      headers: v.optional(v.union([HeaderPairs, v.record(v.string(), v.string())]), {}),
    }),
    {},
  ),
  isMultipartFormData: v.optional(v.boolean(), false),
});

/** A call of the app's front end to a product's REST API, as @forge/bridge hands it over. */
export function parseProductCall(data: unknown) {
  const { fetchRequestInit, ...call } = v.parse(ProductCallSchema, data);
  const { headers, ...init } = fetchRequestInit;
  const pairs = Array.isArray(headers) ? Object.fromEntries(headers) : headers;
  return { ...call, fetchRequestInit: { ...init, headers: pairs } };
}
