<?xml version="1.0" encoding="UTF-8"?>
<!-- What a note says of an entry of the apparatus, and the sign in the text that leads to it. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The transcription's words, what others read, why the edition reads as it does, after whom, how sure. -->
  <xsl:template name="reading-note" as="node()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="is-mended" as="xs:boolean" select="f:is-mended($entry)"/>
    <xsl:variable name="lemma" as="element()?" select="f:lemma($entry)"/>
    <xsl:variable name="transcribed" as="element()"><span class="was"><xsl:sequence select="f:in-language($lang)"/>{f:transcribed($entry)}</span></xsl:variable>
    <xsl:variable name="edited" as="element()"><b class="lemma"><xsl:sequence select="f:in-language($lang)"/>{f:edited($entry)}</b></xsl:variable>
    <xsl:variable name="left-out" as="element()"><b class="lemma"/></xsl:variable>
    <span class="note-head">
      <xsl:sequence select="
        if (not($is-mended)) then f:tell('stands-as-transcribed', map { 'words': $transcribed })
        else if (f:edited($entry) = '') then f:tell('left-out-was-transcribed', map { 'label': $left-out, 'words': $transcribed })
        else f:tell(if ($entry/orig) then 'is-spelled' else 'was-transcribed', map { 'edited': $edited, 'words': $transcribed })"/>
    </span>
    <xsl:for-each select="f:not-taken($entry)">
      <xsl:variable name="witnesses" as="node()*"><xsl:call-template name="witnesses-of"><xsl:with-param name="pointers" select="tokenize(@wit)"/></xsl:call-template></xsl:variable>
      <xsl:variable name="read" as="element()"><span class="was"><xsl:sequence select="f:in-language($lang)"/>{f:words(.)}</span></xsl:variable>
      <xsl:text> </xsl:text>
      <span class="variant">
        <xsl:sequence select="
          f:tell-counted(if (f:words(.) = '') then 'witnesses-lack-words' else 'witnesses-read', max((1, count(tokenize(@wit)))), map { 'witnesses': $witnesses, 'words': $read })"/>
        <xsl:if test="f:differs(@type)"> {f:say('differs-in', map { 'what': f:differs(@type) })}</xsl:if>
        <xsl:text>.</xsl:text>
      </span>
    </xsl:for-each>
    <xsl:for-each select="f:reasons($entry)">
      <xsl:text> </xsl:text>
      <span class="reason"><xsl:if test="@xml:id"><xsl:attribute name="id" select="@xml:id"/></xsl:if><xsl:apply-templates mode="prose"/><xsl:if test="@xml:id"><a class="permalink" href="#{@xml:id}" aria-label="{f:say('link-to', map { 'what': f:say('what-note') })}">#</a></xsl:if></span>
    </xsl:for-each>
    <xsl:if test="$is-mended or $lemma/@cert[. ne 'high']">
      <xsl:text> </xsl:text>
      <span class="grounds">
        <xsl:variable name="sources" as="array(node()*)*">
          <xsl:for-each select="if ($is-mended) then f:sources($entry) else ()">
            <xsl:variable name="source" as="element()"><a href="{if (f:entry(.)) then $register || . else .}">{f:witness(.)}</a></xsl:variable>
            <xsl:sequence select="[$source]"/>
          </xsl:for-each>
        </xsl:variable>
        <xsl:variable name="ground" as="node()*" select="
          if (exists($sources)) then f:tell('after-witnesses', map { 'witnesses': f:in-a-row($sources) })
          else f:tell(if (not($is-mended)) then 'kept' else if ($entry/orig) then 'regularised' else 'conjecture', map {})"/>
        <xsl:variable name="by-whom" as="node()*" select="
          if ($lemma/@resp) then f:tell('ground-by', map { 'ground': $ground, 'who': f:responsible($lemma/@resp) }) else $ground"/>
        <xsl:sequence select="
          if ($lemma/@cert) then f:tell('ground-certainty', map { 'ground': $by-whom, 'certainty': f:named('certainty', $lemma/@cert) }) else $by-whom"/>
        <xsl:text>.</xsl:text>
      </span>
    </xsl:if>
  </xsl:template>

  <!-- Witnesses by siglum and title: 'FRUS (Foreign Relations of the United States) and TEL (Telegram)'. -->
  <xsl:template name="witnesses-of" as="node()*">
    <xsl:param name="pointers" as="xs:string*"/>
    <xsl:variable name="witnesses" as="array(node()*)*">
      <xsl:for-each select="$pointers">
        <xsl:variable name="witness" as="node()*">
          <a href="{if (f:entry(.)) then $register || . else .}">{f:witness(.)}</a>
          <xsl:if test="f:witness-title(.)"> (<cite>{f:witness-title(.)}</cite>)</xsl:if>
        </xsl:variable>
        <xsl:sequence select="[$witness]"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="if (exists($pointers)) then f:listed($witnesses) else f:tell('a-witness', map {})"/>
  </xsl:template>

  <!-- The numbered sign behind the words; a quiet one where they stand as transcribed. -->
  <xsl:template name="reading-mark" as="node()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="slot" as="xs:string?"/>
    <!-- What the id of the note begins with. -->
    <xsl:param name="before" as="xs:string" select="''"/>
    <xsl:if test="f:uncertain($entry)">
      <span class="doubt"><span aria-hidden="true">?</span><span class="vh"> {f:say('uncertain-aside')} </span></span>
    </xsl:if>
    <a class="{string-join(('mark', if (f:is-mended($entry)) then () else 'varies', $slot), ' ')}" href="#{$before}note.{f:anchor($entry)}" role="doc-noteref" aria-label="{f:say('note-number', map { 'label': f:label($entry) })}">{f:label($entry)}</a>
  </xsl:template>
</xsl:stylesheet>
