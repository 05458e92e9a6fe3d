/** How the address of a radar that is edited in this browser begins; 16 hex digits follow. */
export const OWN = 'own:';
