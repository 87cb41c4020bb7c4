/** No message between screen and engine may be larger, so that neither ever stutters. */
export const maxMessageBytes = 256 * 1024;
