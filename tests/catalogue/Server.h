// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QByteArray>
#include <QMap>
#include <QtGlobal>

#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace hareloom::test {

struct Request
{
    QByteArray path;
    QMap<QByteArray, QByteArray> headers; // names in lower case
    /// Where the range asked for begins; 0 without one.
    qint64 from() const
    {
        const QByteArray range = headers.value("range");
        return range.startsWith("bytes=") ? range.mid(6).chopped(1).toLongLong() : 0;
    }
};

struct Reply
{
    int status = 200;
    QByteArray body;
    QList<QByteArray> headers = {};
    qint64 claimedLength = -1; // Content-Length; -1: the body's own, -2: none
    qint64 cutAfter = -1;      // bytes of the body after which the connection is closed
    bool stalls = false;       // then waits for the client to hang up
};

/// A small HTTP server on 127.0.0.1, on a port of the system's choice, that answers as it is told to: one
/// connection after another, each for one request.
class Server
{
public:
    using Handler = std::function<Reply(const Request&)>;

    explicit Server(Handler handler) : m_handler(std::move(handler))
    {
        m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        auto* const plain = reinterpret_cast<sockaddr*>(&address);
        if (::bind(m_listener, plain, length) != 0 || ::listen(m_listener, 16) != 0 ||
            ::getsockname(m_listener, plain, &length) != 0 || ::pipe(m_end) != 0)
            qFatal("no server on 127.0.0.1");
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this] { serve(); });
    }
    ~Server()
    {
        ::close(m_end[1]);
        m_thread.join();
        ::close(m_end[0]);
        ::close(m_listener);
    }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::string address() const { return "http://127.0.0.1:" + std::to_string(m_port) + "/"; }
    std::vector<Request> requests() const
    {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }

private:
    /// False when the server is to end.
    bool isReady(int socket) const
    {
        pollfd both[] = {{socket, POLLIN, 0}, {m_end[0], POLLIN, 0}};
        ::poll(both, 2, -1);
        return both[1].revents == 0;
    }

    void serve()
    {
        while (isReady(m_listener)) {
            const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
            answer(client);
            ::close(client);
        }
    }

    QByteArray readHead(int client) const
    {
        QByteArray head;
        char piece[1024];
        while (!head.contains("\r\n\r\n") && isReady(client)) {
            const auto count = ::recv(client, piece, sizeof piece, 0);
            if (count <= 0)
                return {};
            head.append(piece, static_cast<int>(count));
        }
        return head;
    }

    static Request parsed(const QByteArray& head)
    {
        QList<QByteArray> lines = head.split('\n');
        Request request{lines.takeFirst().split(' ').value(1), {}};
        for (const QByteArray& line : lines)
            if (const auto colon = line.indexOf(':'); colon > 0)
                request.headers[line.left(colon).toLower()] = line.mid(colon + 1).trimmed();
        return request;
    }

    void answer(int client)
    {
        const QByteArray head = readHead(client);
        if (head.isEmpty())
            return;
        const Request request = parsed(head);
        {
            const std::lock_guard lock(m_mutex);
            m_requests.push_back(request);
        }
        const Reply reply = m_handler(request);
        QByteArray text =
            "HTTP/1.1 " + QByteArray::number(reply.status) + " as told\r\nConnection: close\r\n";
        if (reply.claimedLength != -2)
            text += "Content-Length: " +
                    QByteArray::number(reply.claimedLength < 0 ? reply.body.size() : reply.claimedLength) +
                    "\r\n";
        for (const QByteArray& header : reply.headers)
            text += header + "\r\n";
        text += "\r\n" + (reply.cutAfter < 0 ? reply.body : reply.body.left(reply.cutAfter));
        for (qint64 sent = 0; sent < text.size();) {
            const auto count = ::send(client, text.constData() + sent,
                                      static_cast<std::size_t>(text.size() - sent), MSG_NOSIGNAL);
            if (count <= 0)
                return;
            sent += count;
        }
        char ignored;
        while (reply.stalls && isReady(client) && ::recv(client, &ignored, 1, 0) > 0) {
        }
    }

    Handler m_handler;
    int m_listener = -1, m_port = 0;
    int m_end[2] = {-1, -1};
    mutable std::mutex m_mutex;
    std::vector<Request> m_requests;
    std::thread m_thread;
};

/// What a good server answers: the whole, or the piece asked for.
inline Reply served(const Request& request, const QByteArray& content)
{
    const qint64 from = request.from();
    if (from == 0)
        return {200, content};
    if (from >= content.size())
        return {416, {}};
    return {206,
            content.mid(from),
            {"Content-Range: bytes " + QByteArray::number(from) + "-" +
             QByteArray::number(content.size() - 1) + "/" + QByteArray::number(content.size())}};
}

} // namespace hareloom::test
