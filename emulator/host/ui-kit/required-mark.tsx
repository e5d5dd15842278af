/** The asterisk of a required field, which screen readers hear of from the field itself. */
export const RequiredMark = () => (
  <span className="ui-kit-required" title="required" aria-hidden="true">
    *
  </span>
);
