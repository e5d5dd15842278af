/** Tells once or more when the person reaches, with the pointer, for something outside the field. Answers with its end. */
export function whenElsewhere(field: () => Element | null, tell: () => void): () => void {
  const look = ({ target }: PointerEvent) => {
    if (!(target instanceof Node && field()?.contains(target) === true)) tell();
  };
  document.addEventListener('pointermove', look, true);
  document.addEventListener('pointerdown', look, true);
  return () => {
    document.removeEventListener('pointermove', look, true);
    document.removeEventListener('pointerdown', look, true);
  };
}
