/*
 * Says beside a field in words what it wants, where form-js knows no other message than the regular expression that the text has to match.
 * A form has the words at the end of the pattern, behind (?!), which nothing matches.
 */
const IN_WORDS = /^Field must match pattern [^]*\(\?!\)([^]+)$/;

function say(message) {
  const words = IN_WORDS.exec(message.textContent);
  if (words) {
    message.firstChild.data = words[1];
  }
}

// form-js writes into the same message again when another rule is broken
new MutationObserver(() => document.querySelectorAll('.fjs-form-field-error li').forEach(say))
  .observe(document.body, {childList: true, characterData: true, subtree: true});
