// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A file descriptor that closes itself.
#pragma once

#include <unistd.h>
#include <utility>

namespace dnas {

class Descriptor {
public:
    explicit Descriptor(int number = -1)
        : m_number(number)
    {
    }
    Descriptor(Descriptor &&other) noexcept
        : m_number(std::exchange(other.m_number, -1))
    {
    }
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }
    ~Descriptor() { close(); }

    /// What the system's close says: 0, or errno is set (what was written may be lost).
    int close() { return m_number >= 0 ? ::close(std::exchange(m_number, -1)) : 0; }

    bool valid() const { return m_number >= 0; }
    int number() const { return m_number; }

private:
    int m_number;
};

} // namespace dnas
