/** What a board is asked about its document: to approve it, or to take note of it. */
export type BoardTask = 'approve' | 'note';
