"""A mail server for the tests: a real one, that answers some readers as servers in the world do.

What a reader's name before the @ asks for:
    later    451 the first time, then fine        nobody    550: no such reader
    large    552 after the message                cut       the line goes dead in the middle of the message
    slow     no answer to the message             busy      421 once, and the line is closed
A sender called "stranger" may send nothing. What was taken goes to the log, a line of JSON per mail.
"""

import argparse
import asyncio
import base64
import json
import ssl

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

options = argparse.ArgumentParser()
options.add_argument("--log", required=True)
options.add_argument("--port", type=int, default=0)
options.add_argument("--certificate")
options.add_argument("--key")
options.add_argument("--security", choices=["none", "startTLS", "tls"], default="none")
options.add_argument("--login", help="USER:PASSWORD, asked of everybody")
options = options.parse_args()

seen = set()
connections = []


class Reception:
    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        session.host_name = hostname
        if server.transport not in connections:
            connections.append(server.transport)
        return responses

    async def handle_MAIL(self, server, session, envelope, address, mail_options):
        if address.startswith("stranger@"):
            return "550 5.7.1 You may send nothing from here"
        envelope.mail_from = address
        return "250 2.1.0 Sender fine"

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        wish = address.split("@")[0]
        first = address not in seen
        seen.add(address)
        if wish == "later" and first:
            return "451 4.7.1 Greylisted, come back later"
        if wish == "nobody":
            return "550 5.1.1 No such reader here"
        if wish == "busy" and first:
            server.transport.write(b"421 4.3.2 Too busy\r\n")
            server.transport.close()
            return "421 4.3.2 Too busy"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 Reader fine"

    async def handle_DATA(self, server, session, envelope):
        wish = envelope.rcpt_tos[0].split("@")[0]
        if wish == "large":
            return "552 5.3.4 Too large"
        if wish == "cut":
            server.transport.abort()
            return "451 cut"
        if wish == "slow":
            await asyncio.sleep(3600)
        record = {
            "sender": envelope.mail_from, "readers": envelope.rcpt_tos, "greeting": session.host_name,
            "encrypted": server.transport.get_extra_info("ssl_object") is not None, "user": getattr(session, "login_name", None),
            "connection": connections.index(server.transport) if server.transport in connections else -1,
            "message": base64.b64encode(envelope.original_content).decode(),
        }
        with open(options.log, "a") as log:
            log.write(json.dumps(record) + "\n")
        return "250 2.0.0 Taken as " + str(len(seen))


def authenticate(server, session, envelope, mechanism, data):
    # A failed sign-in that is not said to be handled elsewhere is answered by the server itself.
    if not isinstance(data, LoginPassword):
        return AuthResult(success=False, handled=False)
    user, password = data.login.decode(), data.password.decode()
    session.login_name = user
    return AuthResult(success=f"{user}:{password}" == options.login, handled=False)


def encryption():
    if options.security == "none":
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(options.certificate, options.key)
    return context


def door():
    settings = {"hostname": "mail.test", "enable_SMTPUTF8": False}
    if options.login:
        settings |= {"authenticator": authenticate, "auth_required": True}
        # Over a line that is encrypted from the start it would see no encryption.
        settings |= {"auth_require_tls": options.security == "startTLS"}
    if options.security == "startTLS":
        settings |= {"tls_context": encryption(), "require_starttls": True}
    return SMTP(Reception(), **settings)


async def serve():
    loop = asyncio.get_running_loop()
    context = encryption() if options.security == "tls" else None
    server = await loop.create_server(door, host="127.0.0.1", port=options.port, ssl=context)
    print("ready", server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(serve())
