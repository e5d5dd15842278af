/** The answer of `work`, or a throw once `milliseconds` have passed; `work` is told by its signal to stop. */
export async function withinDeadline<Answer>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const late = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const failure = new Error(`No answer within ${milliseconds} ms.`);
      late.abort(failure);
      reject(failure);
    }, milliseconds);
  });
  try {
    return await Promise.race([work(late.signal), deadline]);
  } finally {
    clearTimeout(timer);
  }
}
