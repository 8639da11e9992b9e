<?xml version="1.0" encoding="UTF-8"?>
<!-- The TEI file as it is written: its lines numbered, each to be cited, each element with an id at its address of the other views. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="../lib/document.xsl"/>

  <!-- The file, to the letter. -->
  <xsl:param name="file" as="xs:string" select="''"/>
  <xsl:variable name="register" as="xs:string" select="$reading-href"/>

  <xsl:template match="/" as="element()">
    <xsl:call-template name="frame">
      <xsl:with-param name="lang" select="$language"/>
      <xsl:with-param name="title" select="f:say('view-of-document', map { 'view': 'TEI', 'title': $document-title }) || (if ($site-title) then ' – ' || $site-title else '')"/>
      <xsl:with-param name="description" select="f:say('about-view-source') || ' ' || $description"/>
      <xsl:with-param name="kind" select="'source'"/>
      <xsl:with-param name="metadata" as="element()*">
        <xsl:call-template name="metadata"/>
        <link rel="stylesheet" href="{$assets}/source.css"/>
      </xsl:with-param>
      <xsl:with-param name="views" as="element()*">
        <xsl:call-template name="views"><xsl:with-param name="current" select="'source'"/></xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="content" as="node()*">
        <article>
          <header class="head">
            <p class="when"><xsl:if test="$created-day"><time datetime="{$created-day}">{f:day($created-day)}</time></xsl:if></p>
            <xsl:call-template name="title"/>
            <p class="sub">
              <xsl:variable name="file" as="element()"><a href="{$tei-href}" download="{$tei-href}" type="application/tei+xml"/></xsl:variable>
              <xsl:sequence select="f:tell('sub-source', map { 'file': $file })"/>
            </p>
          </header>
          <ol class="lines-of-source" role="list">
            <xsl:sequence select="f:in-language($lang)"/>
            <xsl:for-each select="tokenize(replace($file, '\n$', ''), '\n')">
              <xsl:variable name="n" as="xs:integer" select="position()"/>
              <li id="L{$n}">
                <a class="line-number" href="#L{$n}" aria-label="{f:say('line-number', map { 'number': $n })}">{$n}</a>
                <code><xsl:sequence select="f:line(.)"/></code>
              </li>
            </xsl:for-each>
          </ol>
        </article>
      </xsl:with-param>
      <xsl:with-param name="colophon" as="node()*"><xsl:call-template name="colophon"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- One line: tags, comments and instructions told from words. A tag never runs over the end of a line in our files. -->
  <xsl:function name="f:line" as="node()*">
    <xsl:param name="line" as="xs:string"/>
    <xsl:analyze-string select="$line" regex="&lt;!--.*?--&gt;|&lt;\?.*?\?&gt;|&lt;[^&gt;]*&gt;">
      <xsl:matching-substring>
        <xsl:sequence select="if (matches(., '^&lt;[!?]')) then f:aside(.) else f:tag(.)"/>
      </xsl:matching-substring>
      <xsl:non-matching-substring><xsl:value-of select="."/></xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:function>

  <xsl:function name="f:aside" as="element()">
    <xsl:param name="words" as="xs:string"/>
    <span class="aside">{$words}</span>
  </xsl:function>

  <xsl:function name="f:tag" as="element()">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:variable name="id" as="xs:string" select="substring-before(substring-after($tag, ' xml:id=&quot;'), '&quot;')"/>
    <span class="tag">
      <xsl:if test="$id ne ''"><xsl:attribute name="id" select="$id"/></xsl:if>
      <!-- Every second piece is the value of an attribute, whose name ends the piece before. -->
      <xsl:for-each select="tokenize($tag, '&quot;')">
        <xsl:choose>
          <xsl:when test="position() mod 2 = 0"><xsl:sequence select="f:value(.)"/></xsl:when>
          <xsl:when test="ends-with(., '=')">
            <xsl:text>{substring-before(., ' ')} </xsl:text>
            <span class="att">{substring-before(substring-after(., ' '), '=')}</span>
            <xsl:text>=</xsl:text>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </span>
  </xsl:function>

  <!-- A reference to one thing in the file leads there. -->
  <xsl:function name="f:value" as="element()">
    <xsl:param name="value" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="starts-with($value, '#') and exists(key('id', substring($value, 2), $edition))">
        <a class="val" href="{$value}">"{$value}"</a>
      </xsl:when>
      <xsl:otherwise><span class="val">"{$value}"</span></xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
