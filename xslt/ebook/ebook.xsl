<?xml version="1.0" encoding="UTF-8"?>
<!-- The edition as an e-book, EPUB 3.3: head, talk, notes, what else is on the paper, people, account of the edition, each a
     document of its own. The words come from the reading view; what only a page of a site needs is taken away. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:epub="http://www.idpf.org/2007/ops"
  xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:import href="../edition/reading.xsl"/>
  <xsl:include href="text.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="paper.xsl"/>
  <xsl:include href="leaves.xsl"/>
  <xsl:include href="navigation.xsl"/>
  <xsl:include href="package.xsl"/>

  <xsl:output method="xml" version="1.0" encoding="UTF-8" indent="no"/>

  <!-- Where the edition is published, with a slash at the end; empty where nobody has said. -->
  <xsl:param name="address" as="xs:string" select="''"/>
  <xsl:param name="book-identifier" as="xs:string" select="''"/>
  <!-- When the book was changed last: ISO 8601 in UTC, to the second. -->
  <xsl:param name="book-modified" as="xs:string" select="''"/>

  <xsl:variable name="head-tree" as="element()*"><xsl:call-template name="head"/></xsl:variable>

  <!-- The documents in their order: file, title, kind by the vocabulary of EPUB, content as the reading view gives it. -->
  <xsl:variable name="parts" as="map(xs:string, item()*)*" select="
    f:part-of-book('head', f:say('part-head'), 'frontmatter titlepage', $head-tree),
    f:part-of-book('talk', f:say(if (exists($speakers)) then 'part-talk' else 'part-text'), 'bodymatter', f:talk()),
    f:part-of-book('notes', f:say('notes'), 'backmatter footnotes', f:notes()),
    f:part-of-book('paper', f:say('part-paper'), 'backmatter appendix', f:paper()),
    f:part-of-book('people', f:say('part-people'), 'backmatter index', f:people()),
    f:part-of-book('about', f:say('about-this-edition'), 'backmatter colophon', f:account())"/>

  <xsl:function name="f:part-of-book" as="map(xs:string, item()*)?">
    <xsl:param name="stem" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="content" as="element()*"/>
    <xsl:if test="exists($content)">
      <xsl:map>
        <xsl:map-entry key="'file'" select="$stem || '.xhtml'"/>
        <xsl:map-entry key="'title'" select="$title"/>
        <xsl:map-entry key="'type'" select="$type"/>
        <xsl:map-entry key="'content'" select="$content"/>
      </xsl:map>
    </xsl:if>
  </xsl:function>

  <!-- In which document each anchor lies. The last has it: a note beside the head is taken from there to the notes. -->
  <xsl:variable name="file-of" as="map(xs:string, xs:string)" select="
    map:merge(for $part in $parts, $id in $part?content/descendant-or-self::*/@id return map:entry(string($id), $part?file), map { 'duplicates': 'use-last' })"/>

  <xsl:template match="/" as="empty-sequence()">
    <xsl:for-each select="$parts">
      <xsl:variable name="part" as="map(xs:string, item()*)" select="."/>
      <xsl:result-document href="{?file}" method="xhtml" html-version="5" include-content-type="no">
        <xsl:call-template name="leaf">
          <xsl:with-param name="title" select="?title || ' – ' || $document-title"/>
          <xsl:with-param name="type" select="?type"/>
          <xsl:with-param name="content" as="node()*">
            <xsl:apply-templates select="?content" mode="leaf"><xsl:with-param name="file" select="$part?file" tunnel="yes"/></xsl:apply-templates>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:result-document>
    </xsl:for-each>
    <xsl:result-document href="nav.xhtml" method="xhtml" html-version="5" include-content-type="no"><xsl:call-template name="navigation"/></xsl:result-document>
    <xsl:result-document href="package.opf" method="xml"><xsl:call-template name="package"/></xsl:result-document>
  </xsl:template>

  <xsl:function name="f:talk" as="element()*">
    <xsl:call-template name="talk"><xsl:with-param name="class" select="'talk'"/></xsl:call-template>
  </xsl:function>

  <xsl:function name="f:people" as="element()*">
    <xsl:call-template name="conversation"/>
    <xsl:call-template name="registers"/>
  </xsl:function>

  <xsl:function name="f:account" as="element()*">
    <xsl:call-template name="about"/>
    <div class="colophon"><xsl:call-template name="colophon"/></div>
  </xsl:function>

  <xsl:template name="leaf" as="element()">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="content" as="node()*"/>
    <html lang="{$language}" xml:lang="{$language}">
      <head>
        <title>{$title}</title>
        <link rel="stylesheet" type="text/css" href="ebook.css"/>
      </head>
      <body epub:type="{$type}"><xsl:sequence select="$content"/></body>
    </html>
  </xsl:template>
</xsl:stylesheet>
