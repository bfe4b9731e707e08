/**
 * Agent sessions: where the conversation logs of coding agents lie, what they say about token usage, and an index in recount.db that
 * remembers it. The logs are somebody else's files: only read, never trusted, and nothing of a conversation's text is kept.
 */
@NullMarked
package app.recount.session;

import org.jspecify.annotations.NullMarked;
