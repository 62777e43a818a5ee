/** What can be done with a stored profile from the board. */
export type ProfileAct = 'clear-cooldown' | 'rotate' | 'earlier' | 'later' | 'rename' | 'copy' | 'refresh-copies' | 'remove';
