/** What people and programs see: lines, one updating progress line, JSON documents, figures. */
@NullMarked
package dev.nightjar.local.screen;

import org.jspecify.annotations.NullMarked;
