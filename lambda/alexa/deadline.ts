/**
 * Waits for some work, but no longer than this many milliseconds. The work itself is not stopped.
 *
 * @returns what the work returns
 * @throws Error with this name if the time is over; otherwise what the work throws
 */
export async function within<T>(work: Promise<T>, milliseconds: number, name: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const error = new Error(`no answer within ${milliseconds} ms`);
      error.name = name;
      reject(error);
    }, milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
