/** What each measure to make the asset lighter gained, as it was measured when it was taken. For docs/performance.md. */
export const GAINED = 'TODO\n';
