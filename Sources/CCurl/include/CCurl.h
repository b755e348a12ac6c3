#ifndef CCURL_H
#define CCURL_H

#include <stddef.h>
#include <stdint.h>

/// How a connection to a mail server is kept secret.
enum mail_security {
    /// The connection begins encrypted, and the certificate is checked.
    MAIL_ENCRYPTED = 0,
    /// STARTTLS before anything else is said; without it nothing is sent.
    MAIL_STARTTLS = 1,
    /// STARTTLS where the server offers it: for a server on this machine.
    MAIL_PLAIN_ALLOWED = 2,
};

/// A message and where it is handed in. Texts end with a zero byte; those that are NULL are none.
struct mail_transfer {
    /// `smtp://host:port/name` or `smtps://…`; the name is what the client calls itself.
    const char *url;
    enum mail_security security;
    const char *user;
    const char *password;
    /// The address that failures come back to.
    const char *from;
    const char *to;
    const uint8_t *message;
    size_t length;
    long connect_seconds;
    long total_seconds;
};

/// Hands a message to a server. 0 where it was taken, else libcurl's code, with the reason in words and the server's last answer (`550`, else 0).
int mail_hand_in(const struct mail_transfer *transfer, char *reason, size_t reason_size, long *answer);

/// libcurl's codes that mean something of their own, and that there is no libcurl.
extern const int mail_no_library, mail_could_not_resolve, mail_could_not_connect, mail_login_denied, mail_timed_out;

#endif
