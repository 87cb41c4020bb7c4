import { EventEmitter } from 'node:events';

/** In a utility process of the double: `process.parentPort` over Node's channel. It dies with its parent, as Electron's does. */
const port = Object.assign(new EventEmitter(), { postMessage: (message: object) => void process.send?.(message) });
process.on('message', (data) => port.emit('message', { data, ports: [] }));
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
Object.defineProperty(process, 'parentPort', { value: port });
