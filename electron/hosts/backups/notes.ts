/** When the last backup was made, and when one was last tried: instants, ISO UTC. */
export const lastNote = 'backup.lastAt';
export const triedNote = 'backup.triedAt';
