/** What the register can keep of a free text is known to the domain, and asked wherever one comes in. */
export { refuseText } from '../domain/measured/plain-text.js';
