// Read by Node as it is and put in the workflows' bundle: therefore plain JavaScript.
const { DefaultFailureConverter } = require('@temporalio/common');

/** What a failure says goes as a payload, which a codec encrypts: the sentence of a refusal, what a mail server answered. */
exports.failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
