/** What a scheduled trigger answers; two pages of the documentation disagree, and this pleases both. */
interface Done {
  readonly statusCode: 204;
}

/** A scheduled trigger. A failure is not tried again by the platform: the next run makes up for it. */
export const scheduledRun =
  <Ports>(
    name: string,
    what: 'changes' | 'projects',
    wire: (installContext: unknown) => Ports,
    work: (ports: Ports) => Promise<number>,
  ) =>
  async (_request: unknown, context: { readonly installContext?: unknown }): Promise<Done> => {
    try {
      const asked = await work(wire(context.installContext));
      if (asked > 0) console.log(`${name}: ${asked} ${what} are to be looked at.`);
    } catch (failure) {
      console.error(`${name} failed; the next run makes up for it.`, failure);
    }
    return { statusCode: 204 };
  };
