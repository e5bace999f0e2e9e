/// Content-service: what a patient may read and do. Here stands only what describes it as a whole; the documents and
/// how they
/// are published have packages of their own.
@NullMarked
package care.sacrum.content;

import org.jspecify.annotations.NullMarked;
